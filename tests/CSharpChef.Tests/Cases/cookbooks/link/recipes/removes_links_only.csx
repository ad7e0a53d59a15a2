Link("/srv/case/link", l => l.Do(l.Delete));
Link("/srv/case/never", l => l.Do(l.Delete));
Link("/srv/case/file", l => l.Do(l.Delete));
