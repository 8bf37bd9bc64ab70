def log = new File(basedir, 'build.log').getText('UTF-8').normalize()
assert log.contains('[INFO] Dockerfile\n\n  Stage 0: FROM alpine:3.20 (final image)')
assert log.contains('    Support            ended on 2026-04-01')
assert log.contains('    Programs   UTC: no zone takes effect\n    Java       Asia/Shanghai')
assert log.contains('curl, which HEALTHCHECK starts, is not there (line 5)')

def start = log.indexOf('{\n  "dockerfiles"')
def json = new groovy.json.JsonSlurper().parseText(log.substring(start, log.indexOf('\n}\n', start) + 2))
def image = json.dockerfiles[0].image
assert json.dockerfiles*.path == ['Dockerfile']
assert image.base.release == '3.20'
assert image.timeZone.java == 'Asia/Shanghai'
assert image.environment.variables.find { it.name == 'GREETING' }.value == '你好'
assert image.packages.added == [[name: 'openjdk17-jre', members: [], certain: true, line: 4]]

assert log.contains('parameter <format> is "yaml" and must be one of text, json.')
