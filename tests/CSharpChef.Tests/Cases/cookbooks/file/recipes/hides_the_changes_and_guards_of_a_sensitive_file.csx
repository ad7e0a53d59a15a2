File("/etc/hidden.conf", f =>
{
    f.Content = "hidden\n";
    f.Mode = "0600";
    f.Sensitive = true;
});
File("/etc/skipped.conf", f =>
{
    f.Sensitive = true;
    f.NotIf("true");
});
