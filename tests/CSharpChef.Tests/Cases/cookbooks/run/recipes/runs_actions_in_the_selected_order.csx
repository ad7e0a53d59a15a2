File("/srv/one", f =>
{
    f.Content = "x\n";
    f.Do(f.Create, f.Touch);
});
