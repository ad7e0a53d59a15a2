using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Stacks.Store;

public sealed class SecretBoxTests : IDisposable
{
    private readonly string file =
        Path.Combine(TemporaryFolder.Create("csharpchef-key-"), "master.key");

    public SecretBoxTests() => MasterKeyFile.Write(file, [MasterKeyFile.New()]);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Fact]
    public void A_sealed_text_can_be_opened_only_in_the_place_it_was_sealed_for()
    {
        var box = new SecretBox(file);
        var text = box.Seal("geheim", "app/1/a");

        Assert.Equal("geheim", box.Open(text, "app/1/a"));
        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
        Assert.Throws<StoreFailureException>(() => box.Open(text, "app/2/a"));
    }

    [Fact]
    public void The_same_secret_sealed_twice_gives_different_texts() =>
        Assert.NotEqual(new SecretBox(file).Seal("a", "p"), new SecretBox(file).Seal("a", "p"));

    [Fact]
    public void A_text_that_another_process_sealed_with_a_new_key_can_be_opened()
    {
        var (here, there) = (new SecretBox(file), file);
        MasterKeyFile.Write(there, [.. MasterKeyFile.Read(there), MasterKeyFile.New()]);
        var text = new SecretBox(file).Seal("geheim", "p");

        Assert.Equal("geheim", here.Open(text, "p"));
    }

    [Fact]
    public void A_key_file_that_other_users_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        }

        Assert.Contains(
            "chmod 600", Assert.Throws<KeyFileException>(() => new SecretBox(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a line of nonsense")]
    [InlineData("id c2hvcnQ=")]
    public void A_key_file_without_a_complete_key_is_refused(string text)
    {
        File.WriteAllText(file, text);

        Assert.Contains(
            "Restore",
            Assert.Throws<KeyFileException>(() => new SecretBox(file)).Message,
            StringComparison.OrdinalIgnoreCase);
    }
}
