Directory("/srv/file/a", d =>
{
    d.Recursive = false;
    d.IgnoreFailure = true;
});
Directory("/srv/file/a/b", d =>
{
    d.Recursive = true;
    d.IgnoreFailure = true;
});
