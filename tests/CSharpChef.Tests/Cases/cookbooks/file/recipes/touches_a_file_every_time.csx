File("/srv/case/stamp", f => f.Do(f.Touch));
