File("/srv/case/seen", f =>
{
    f.Content = "fresh\n";
    f.Mode = "0600";
    f.Do(f.CreateIfMissing);
});
File("/srv/case/missing", f =>
{
    f.Content = "fresh\n";
    f.Mode = "0600";
    f.Do(f.CreateIfMissing);
});
File("/srv/case/link", f =>
{
    f.Content = "fresh\n";
    f.Do(f.CreateIfMissing);
});
