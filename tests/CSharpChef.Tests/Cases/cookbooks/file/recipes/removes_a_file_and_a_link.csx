File("/srv/case/gone", f => f.Do(f.Delete));
File("/srv/case/link", f => f.Do(f.Delete));
File("/srv/case/never", f => f.Do(f.Delete));
