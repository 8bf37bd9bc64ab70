def log = new File(basedir, 'build.log').text
assert log.contains('error[requiredLabel]: the image has no label maintainer')
assert !log.contains('no label version')
