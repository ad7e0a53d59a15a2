using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Web.Serving;

/// <summary>
/// The first administrator's key in the form of AWS clients. Newer clients also read the server's URL from it.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="url">The server's URL for clients of this machine; null when it is unknown.</param>
internal sealed class CredentialsFile(string path, string? url)
{
    private bool isWritten;

    /// <summary>The text of a credentials file with one key.</summary>
    public static string Text(string keyId, string secret, string? url) =>
        $"[default]\naws_access_key_id = {keyId}\naws_secret_access_key = {secret}\n{(url is null ? "" : $"endpoint_url = {url}\n")}";

    /// <summary>Writes the file, but never over one that this start did not write: it may hold the only key of another
    /// server.</summary>
    public void Write(string keyId, string secret)
    {
        if (!isWritten && File.Exists(path))
        {
            throw new UsageException(
                $"{path} exists and may hold the key of another server, so no administrator was created: move it away and start again.");
        }

        try
        {
            OwnerFile.Replace(path, Text(keyId, secret, url));
            isWritten = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"The administrator's key cannot be written to {path}, so no administrator was created: {Reason.Of(e)} Make the folder writable and start again.", e);
        }
    }

    /// <summary>Removes a key that was written and then not stored.</summary>
    public void Discard()
    {
        if (isWritten)
        {
            File.Delete(path);
        }
    }
}
