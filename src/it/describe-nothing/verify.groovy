assert new File(basedir, 'build.log').text.contains('There is no Dockerfile to describe.')
