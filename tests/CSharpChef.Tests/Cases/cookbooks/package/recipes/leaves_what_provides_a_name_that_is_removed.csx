Package("awk", p => p.Do(p.Remove));
Package("awk", p => p.Do(p.Purge));
