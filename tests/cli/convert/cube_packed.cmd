gzip -c case/pxweb.json | prognos convert -
