namespace CSharpChef.Recipes;

public sealed partial class StackContext
{
    /// <summary>The source of code in a Git repository.</summary>
    /// <param name="url">The URL of the repository, or a folder that the server allows.</param>
    /// <param name="revision">A branch, tag or commit. Default: the value on the server.</param>
    /// <param name="username">The user name, over HTTPS.</param>
    /// <param name="password">The password, over HTTPS.</param>
    /// <param name="sshKey">The private key, over SSH.</param>
    public static CodeSource Git(
        string url, string? revision =
            null, string? username = null, SecretText? password = null, SecretText? sshKey = null) =>
        new("git", url) { Revision = revision, Username = username, Password = password, SshKey = sshKey };

    /// <summary>The source of code in a Subversion repository.</summary>
    public static CodeSource Subversion(
        string url, string? revision = null, string? username = null, SecretText? password = null) =>
        new("svn", url) { Revision = revision, Username = username, Password = password };

    /// <summary>The source of code in a compressed archive that is downloaded over HTTP.</summary>
    public static CodeSource Archive(string url, string? username = null, SecretText? password = null) =>
        new("archive", url) { Username = username, Password = password };

    /// <summary>The source of code in an archive in S3 storage.</summary>
    /// <param name="url">The object's URL.</param>
    /// <param name="accessKey">The id of the access key.</param>
    /// <param name="secretKey">The secret access key.</param>
    public static CodeSource S3(string url, string? accessKey = null, SecretText? secretKey = null) =>
        new("s3", url) { Username = accessKey, Password = secretKey };

    /// <summary>A source of an app from which the server fetches nothing: it is data for recipes.</summary>
    /// <param name="url">A URL, if any.</param>
    /// <param name="revision">A branch, tag or commit. Default: the value on the server.</param>
    /// <param name="username">The user name, if required.</param>
    /// <param name="password">The password, if required.</param>
    /// <param name="sshKey">The private key, if required.</param>
    /// <example><code>App("shop", a => a.Source = Other("https://example.com/shop.tar"));</code></example>
    public static CodeSource Other(
        string url = "",
        string? revision = null,
        string? username = null,
        SecretText? password = null,
        SecretText? sshKey = null) =>
        new("other", url) { Revision = revision, Username = username, Password = password, SshKey = sshKey };

    /// <summary>A secret in an environment variable, read when it is sent.</summary>
    /// <param name="variable">The name of the variable.</param>
    /// <example><code>App("shop", a => a.SecureEnvironment["TOKEN"] = Secret("SHOP_TOKEN"));</code></example>
    public static SecretText Secret(string variable) =>
        new(() => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
        ? text
        : throw new RecipeException(
            $"the environment has no variable {variable}, which the file uses as a secret: set it, and apply again"));

    /// <summary>A secret in a file, read when it is sent, without the last line end.</summary>
    /// <param name="path">The path, relative to the folder of the stack file.</param>
    public SecretText SecretFile(string path) => new(() => Read(path).TrimEnd('\r', '\n'));

    /// <summary>The text of a file that is not secret, such as a certificate.</summary>
    /// <param name="path">The path, relative to the folder of the stack file.</param>
    /// <exception cref="RecipeException">The file cannot be read.</exception>
    public string TextFile(string path) => Read(path);

    private string Read(string path)
    {
        try
        {
            return System.IO.File.ReadAllText(Path.Combine(folder, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"the file {path} cannot be read: {e.Message}", e);
        }
    }
}
