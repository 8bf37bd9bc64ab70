def report = { module -> new groovy.json.JsonSlurper().parse(new File(basedir, module + 'target/alpine-check/report.json')) }
assert report('').dockerfiles == []
// paths are relative to the module
assert report('one/').findings.find { it.rule == 'pinnedBaseImage' }.subMap('path', 'severity') == [path: 'docker/Dockerfile', severity: 'warning']
assert report('two/').findings.find { it.rule == 'pinnedBaseImage' }.severity == 'info'
def log = new File(basedir, 'build.log').text
// on the console to the directory where Maven runs: frames of modules come in any order
assert log.contains('--> one/docker/Dockerfile:1:6')
assert log.contains('--> two/docker/Dockerfile:1:6')
assert !log.contains('not thread-safe')
