using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.TestSupport.Ssh;

namespace CSharpChef.Tests.Stacks.Cookbooks;

/// <summary>Repositories behind a real sshd.</summary>
public sealed class GitSshTests(SshServer sshd) : CookbookSourcesTests, IClassFixture<SshServer>
{
    private Source Source => new()
    {
        Type = SourceType.Git,
        Url = $"ssh://{Environment.UserName}@127.0.0.1:{sshd.Port}{Repository.Folder}",
        SshKey = Secret.New(File.ReadAllText(sshd.PathOf(".ssh/id_ed25519"))),
    };

    [Fact]
    public async Task A_repository_is_fetched_with_the_deploy_key_and_the_host_key_is_pinned_at_the_first_use()
    {
        Prepare();
        var sources = Sources();

        var resolved = await sources.ResolveAsync(Source, null, Ct);
        var version = await sources.FetchAsync(Stack, Source, resolved, Ct);

        Assert.Equal(["web"], version.Cookbooks);
        Assert.Equal(sshd.PublicKey("host").Split(' ')[1], resolved.SshHostKey);
        Assert.Equal(resolved, await sources.ResolveAsync(Source, resolved.SshHostKey, Ct));
    }

    [Fact]
    public async Task A_host_key_that_changed_is_refused_with_both_fingerprints()
    {
        Prepare();
        await sshd.CreateKeyAsync("other-host");
        var pinned = sshd.PublicKey("other-host").Split(' ')[1];

        var error = await Assert.ThrowsAsync<CookbookSourceException>(() => Sources().ResolveAsync(Source, pinned, Ct));

        Assert.Matches(
            "^the host key of 127.0.0.1 has changed: it is ssh-ed25519 SHA256:[^ ]{43}, and was ssh-ed25519 SHA256:[^ ]{43} ",
            error.Message);
    }

    [Fact]
    public async Task A_key_that_the_host_does_not_know_is_refused()
    {
        Prepare();
        await sshd.CreateKeyAsync("unknown");
        var key = Secret.New(await File.ReadAllTextAsync(sshd.PathOf("unknown"), Ct));

        var error = await FailAsync(Source with { SshKey = key });

        Assert.Contains("refused the key of the source for the user", error.Message);
    }

    [Theory]
    [InlineData(null, "the source has no key")]
    [InlineData("", "the source has no key")]
    [InlineData("nonsense", "is not a private key")]
    public async Task A_missing_or_damaged_key_is_an_error(string? key, string message)
    {
        Prepare();

        var error = await FailAsync(Source with { SshKey = key is null ? null : Secret.New(key) });

        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task A_path_that_is_not_a_repository_is_an_error_with_the_words_of_git()
    {
        Prepare();

        var error = await FailAsync(Source with { Url = $"{Source.Url}-none" });

        Assert.Contains("does not appear to be a git repository", error.Message);
    }

    [Fact]
    public async Task A_loopback_host_that_is_not_allowed_is_refused()
    {
        Prepare();
        Options = new();

        Assert.Contains("serve --allow-source-host", (await FailAsync(Source)).Message);
    }

    private void Prepare()
    {
        sshd.SkipIfMissing();
        Options = new() { Hosts = [Loopback] };
        Repository.With("web/recipes/default.csx", "1").Commit();
    }
}
