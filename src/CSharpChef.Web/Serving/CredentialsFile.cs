namespace CSharpChef.Web;

/// <summary>The first administrator's key, as AWS clients read it; newer ones also read where the server is.</summary>
internal static class CredentialsFile
{
    public static void Write(string path, string keyId, string secret, string url)
    {
        var beside = path + ".new";
        File.Delete(beside);
        using (var writer = new StreamWriter(OwnerFile.Create(beside)))
        {
            writer.WriteLine("[default]");
            writer.WriteLine($"aws_access_key_id = {keyId}");
            writer.WriteLine($"aws_secret_access_key = {secret}");
            writer.WriteLine($"endpoint_url = {url}");
        }

        File.Move(beside, path, overwrite: true);
    }
}
