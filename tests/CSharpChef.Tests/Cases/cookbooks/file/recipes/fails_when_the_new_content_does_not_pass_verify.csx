File("/srv/new", f =>
{
    f.Content = "new\n";
    f.Verify = "test -d {path}";
    f.IgnoreFailure = true;
});
File("/srv/old", f =>
{
    f.Content = "new\n";
    f.Mode = "0600";
    f.Verify = "test -d {path}";
    f.IgnoreFailure = true;
});
File("/srv/secret", f =>
{
    f.Content = "new\n";
    f.Verify = "test -d {path}";
    f.Sensitive = true;
    f.IgnoreFailure = true;
});
