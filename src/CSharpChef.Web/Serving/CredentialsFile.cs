using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Web.Serving;

/// <summary>The first administrator's key, as AWS clients read it; newer ones also read where the server is.</summary>
internal static class CredentialsFile
{
    /// <param name="url">Where this user finds the server on this machine; null where nothing simple can be
    /// said.</param>
    public static void Write(string path, string keyId, string secret, string? url)
    {
        try
        {
            OwnerFile.Replace(path, Text(keyId, secret, url));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The administrator's key cannot be written to {path}, so no administrator was made: {e.Message} Start again when it can.", e);
        }
    }

    private static string Text(string keyId, string secret, string? url) =>
        $"[default]\naws_access_key_id = {keyId}\naws_secret_access_key = {secret}\n{(url is null ? "" : $"endpoint_url = {url}\n")}";
}
