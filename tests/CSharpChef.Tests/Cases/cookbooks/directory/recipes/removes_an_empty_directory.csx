Directory("/srv/case/empty", d => d.Do(d.Delete));
Directory("/srv/case/never", d => d.Do(d.Delete));
