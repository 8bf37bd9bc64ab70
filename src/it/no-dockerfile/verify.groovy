assert new File(basedir, 'build.log').text.contains('[INFO] There is no Dockerfile to check.')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/alpine-check/report.json'))
assert report.dockerfiles == [] && report.findings == []
