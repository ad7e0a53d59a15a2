// As many small files as the attribute files.count says.
Directory("/srv/files");
for (var i = 0; i < Node["files.count"]; i++)
{
    var number = i;
    File($"/srv/files/f{number}", f =>
    {
        f.Content = $"file {number}\nof many\n";
        f.Owner = "root";
        f.Mode = "0640";
    });
}
