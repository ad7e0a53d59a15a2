File("/etc/hidden.conf", f =>
{
    f.Content = "old\n";
    f.Mode = "0644";
});
