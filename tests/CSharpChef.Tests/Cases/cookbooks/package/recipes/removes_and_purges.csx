Package("tree", p => p.Do(p.Remove));
Package("fleet-demo", p => p.Do(p.Purge));
Package("never-there", p => p.Do(p.Remove));
