using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Web.Serving;

/// <summary>
/// Writes the first administrator's key in the form of AWS clients. Newer clients also read the server's URL from it.
/// </summary>
internal static class CredentialsFile
{
    /// <param name="path">The file.</param>
    /// <param name="keyId">The id of the access key.</param>
    /// <param name="secret">The secret access key.</param>
    /// <param name="url">The server's URL for clients of this machine; null when it is unknown.</param>
    public static void Write(string path, string keyId, string secret, string? url)
    {
        try
        {
            OwnerFile.Replace(path, Text(keyId, secret, url));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The administrator's key cannot be written to {path}, so no administrator was created: {e.Message} Make the folder writable and start again.", e);
        }
    }

    private static string Text(string keyId, string secret, string? url) =>
        $"[default]\naws_access_key_id = {keyId}\naws_secret_access_key = {secret}\n{(url is null ? "" : $"endpoint_url = {url}\n")}";
}
