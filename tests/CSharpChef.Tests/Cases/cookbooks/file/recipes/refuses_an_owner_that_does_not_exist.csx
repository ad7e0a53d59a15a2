File("/srv/case/a", f =>
{
    f.Content = "no\n";
    f.Owner = "nobody-here";
});
