def log = new File(basedir, 'build.log').text
def pom = new File(basedir, 'pom.xml')
def at = { needle -> pom.absolutePath + ':' + (pom.readLines().findIndexOf { it.contains(needle) } + 1) + ': ' }
// all at once, each with its place and the nearest right name
[
    at('<failon>') + 'there is no parameter <failon>. Did you mean <failOn>?',
    at('<pinedBaseImage/>') + 'there is no rule <pinedBaseImage>. Did you mean <pinnedBaseImage>?',
    at('<level>') + 'parameter <level> of rule <pinnedBaseImage> is "fatal" and must be one of error, warning, info.',
    at('<digset>') + 'there is no parameter <digset> of rule <pinnedBaseImage>. Did you mean <digest>?',
    at('<digest>') + 'parameter <digest> of rule <pinnedBaseImage> is "perhaps" and must be true or false.',
    at('<apkCache') + '<apkCache> takes no attribute level: parameters are elements, such as <level>error</level>.',
    'there is no user property alpine-check.failsOn. Did you mean alpine-check.failOn?',
].each { assert log.contains(it) }
return true
