def log = new File(basedir, 'build.log').text
def pom = new File(basedir, 'pom.xml')
def at = { needle -> pom.absolutePath + ':' + (pom.readLines().findIndexOf { it.contains(needle) } + 1) + ': ' }
// all at once, each with its place and the nearest right name
[
    at('<failon>') + 'there is no parameter <failon>. Did you mean <failOn>?',
    at('<include>') + 'there is no <include> in parameter <dockerfiles>. Did you mean <includes>?',
    at('<alpin>') + 'there is no <alpin> in parameter <baseImages>. Did you mean <alpine>?',
    'parameter <baseImages> has an element without <image>.',
    'parameter <baseImages> says that an image is Alpine 3.99, but there is no such release.',
    at('<format>') + 'parameter <formats> is "jsn" and must be one of json',
    at('<pinedBaseImage/>') + 'there is no rule <pinedBaseImage>. Did you mean <pinnedBaseImage>?',
    at('<unsuppressable>') + 'parameter <unsuppressable> has "tlsVerfication", and there is no such rule. Did you mean tlsVerification?',
    at('<level>') + 'parameter <level> of rule <pinnedBaseImage> is "fatal" and must be one of error, warning, info.',
    at('<digset>') + 'there is no parameter <digset> of rule <pinnedBaseImage>. Did you mean <digest>?',
    at('<digest>') + 'parameter <digest> of rule <pinnedBaseImage> is "perhaps" and must be true or false.',
    at('<apkCache') + '<apkCache> takes no attribute level: parameters are elements, such as <level>error</level>.',
    'there is no user property alpine-check.failsOn. Did you mean alpine-check.failOn?',
].each { assert log.contains(it) }
return true
