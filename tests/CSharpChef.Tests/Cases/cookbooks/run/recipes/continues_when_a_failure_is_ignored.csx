File("/no/such/folder/file", f =>
{
    f.IgnoreFailure = true;
    f.Retries = 1;
    f.RetryDelay = TimeSpan.FromSeconds(1);
});
File("/srv/two");
