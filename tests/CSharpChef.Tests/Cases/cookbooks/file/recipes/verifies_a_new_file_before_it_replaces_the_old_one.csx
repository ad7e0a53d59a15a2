File("/srv/case/good.conf", f =>
{
    f.Content = "good\n";
    f.Verify = "grep -q good {path}";
});
