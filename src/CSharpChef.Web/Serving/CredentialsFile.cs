namespace CSharpChef.Web;

/// <summary>The first administrator's key, as AWS clients read it.</summary>
internal static class CredentialsFile
{
    public static void Write(string path, string keyId, string secret)
    {
        var beside = path + ".new";
        File.Delete(beside);
        using (var writer = new StreamWriter(OwnerFile.Create(beside)))
        {
            writer.WriteLine("[default]");
            writer.WriteLine($"aws_access_key_id = {keyId}");
            writer.WriteLine($"aws_secret_access_key = {secret}");
        }

        File.Move(beside, path, overwrite: true);
    }
}
