Directory("/srv/case/full", d =>
{
    d.Recursive = true;
    d.Do(d.Delete);
});
Directory("/srv/case/kept", d => d.Do(d.Delete));
