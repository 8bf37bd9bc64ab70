def pom = new File(basedir, 'pom.xml')
def line = pom.readLines().findIndexOf { it.contains('<target>') } + 1
assert new File(basedir, 'build.log').text.contains(pom.absolutePath + ':' + line
        + ': parameter <target> is "relase", and no Dockerfile has such a stage. Did you mean release?')
return true
