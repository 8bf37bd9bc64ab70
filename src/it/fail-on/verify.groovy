def log = new File(basedir, 'build.log').text
// a warning fails only where it is told to, and is an error of the log then, which -q shows
assert log.count('[WARNING] warning[pinnedBaseImage]') == 2
assert log.count('[ERROR] warning[pinnedBaseImage]') == 1
assert log.count('Dockerfiles: 1.') == 2
assert log.contains('parameter <failOn> is "warnings" and must be one of info, warning, error, never. Did you mean warning?')
assert log.contains('The check of Dockerfiles is skipped.')
