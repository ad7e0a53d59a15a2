using CSharpChef.Converge.Errors;
using CSharpChef.TestSupport;
using CSharpChef.Web.Serving;

namespace CSharpChef.Tests.Web.Serving;

public sealed class CredentialsFileTests : IDisposable
{
    private readonly string folder = TemporaryFolder.CreateInMemory("csharpchef-credentials-");

    private string FilePath => Path.Combine(folder, "credentials");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_key_of_another_server_is_never_overwritten_or_removed()
    {
        File.WriteAllText(FilePath, "the only key");
        var file = new CredentialsFile(FilePath, null);

        var refusal = Assert.Throws<UsageException>(() => file.Write("AKIA1", "secret"));
        file.Discard();

        Assert.Contains("may hold the key of another server", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("the only key", File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_start_that_makes_the_administrator_again_replaces_its_own_key()
    {
        var file = new CredentialsFile(FilePath, "http://127.0.0.1:8800");
        file.Write("AKIA1", "first");

        file.Write("AKIA2", "second");

        Assert.Equal(
            "[default]\naws_access_key_id = AKIA2\naws_secret_access_key = second\nendpoint_url = http://127.0.0.1:8800\n",
            File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_key_that_was_not_stored_is_removed()
    {
        var file = new CredentialsFile(FilePath, null);
        file.Write("AKIA1", "secret");

        file.Discard();

        Assert.False(File.Exists(FilePath));
    }
}
