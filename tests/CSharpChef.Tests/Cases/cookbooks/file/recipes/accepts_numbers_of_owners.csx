File("/srv/case/a", f =>
{
    f.Content = "x\n";
    f.Owner = "12345";
    f.Group = "54321";
});
