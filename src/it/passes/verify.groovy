def log = new File(basedir, 'build.log').text
assert log.contains('Dockerfiles: 1. Errors: 0, warnings: 0, infos: 0, suppressed: 0.')

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.tool.name == 'alpine-check-maven-plugin'
assert report.dockerfiles*.path == ['Dockerfile']
assert report.findings == []
