using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Ssh;
using CSharpChef.TestSupport.Web;

namespace CSharpChef.Tests.Dependencies.Git;

/// <summary>Repositories on real servers: git's own http-backend, and sshd.</summary>
[WholeSuite]
public sealed class GitServerTests(SshServer sshd) : DependencyTests, IClassFixture<SshServer>
{
    private const string Token = "hidden-token";

    private string Parent => Path.GetDirectoryName(Repository.Folder)!;

    private string Name => Path.GetFileName(Repository.Folder);

    [Fact]
    public async Task A_tag_is_fetched_over_http_without_the_history_before_it()
    {
        Repository.With("base/a.txt", "1").Commit().With("base/a.txt", "2").Commit("v1");
        await using var server = await GitHttpServer.StartAsync(Parent);
        Depend($$"""{ "base": { "git": "{{server.Url}}/{{Name}}/.git", "tag": "v1" } }""");

        Assert.Equal([$"+ base commit {Repository.Head}"], (await InstallAsync()).Changes);
        Assert.Contains("deepen 1", string.Join('\n', server.Bodies));
    }

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public async Task A_locked_commit_of_a_branch_that_moved_on_is_fetched_without_history_where_the_server_allows_it(
        string allowed, bool hasHistory)
    {
        Repository.Git("config", "uploadpack.allowAnySHA1InWant", allowed);
        Repository.With("base/a.txt", "1").Commit();
        await using var server = await GitHttpServer.StartAsync(Parent);
        Depend($$"""{ "base": { "git": "{{server.Url}}/{{Name}}/.git", "branch": "main" } }""");
        await InstallAsync();
        var cached = Store.WithDependencies(["web"])[0].Files.Folder;
        Directory.Delete(cached, recursive: true);
        var next = Repository.With("base/a.txt", "2").Commit().Head;

        await FetchAsync();

        Assert.Equal("1", await File.ReadAllTextAsync(Path.Combine(cached, "a.txt"), Ct));
        Assert.Equal(hasHistory, server.Bodies.Any(body => body.Contains($"want {next}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(500, 4)]
    [InlineData(503, 4)]
    [InlineData(404, 3)]
    public async Task An_error_of_a_server_has_the_exit_code_of_its_kind(int status, int code)
    {
        await using var server = await GitHttpServer.StartAsync(Parent, status: status);
        Depend($$"""{ "base": { "git": "{{server.Url}}/x.git" } }""");

        var error = await Assert.ThrowsAnyAsync<ChefException>(InstallAsync);

        Assert.Equal(code, error.ExitCode);
        Assert.Contains($"{server.Url}/x.git cannot be fetched: ", error.Message);
    }

    [Fact]
    public async Task A_repository_behind_https_with_an_own_authority_is_fetched_with_a_token()
    {
        Repository.With("base/a.txt", "1").Commit("v1");
        using var authority = new TestAuthority();
        await using var server = await GitHttpServer.StartAsync(Parent, authority, Token);
        Depend($$"""{ "base": { "git": "{{server.Url}}/{{Name}}/.git", "tag": "v1" } }""");
        using var tool = new Tool { Variables = { ["HOME"] = Cookbooks.Root } };

        (await InstallAsync(tool)).Exits(3).Prints("cannot be fetched: the SSL certificate is invalid");
        tool.Variables["SSL_CERT_FILE"] = authority.File;
        (await InstallAsync(tool)).Exits(3).Prints(
            $"{server.Url}/{Name}/.git cannot be fetched: the server asks for a login, and took none that we have: set CSHARPCHEF_GIT_TOKEN_127_0_0_1 to a token, or let a credential helper of git know it\n");
        tool.Variables["CSHARPCHEF_GIT_TOKEN_127_0_0_1"] = "wrong-token";
        (await InstallAsync(tool)).Exits(3).Prints("asks for a login").DoesNotPrint("wrong-token");
        tool.Variables["CSHARPCHEF_GIT_TOKEN_127_0_0_1"] = Token;
        (await InstallAsync(tool)).Exits(0).Prints($"web: + base commit {Repository.Head}").DoesNotPrint(Token);
        Assert.DoesNotContain(Token, await File.ReadAllTextAsync(LockFile, Ct));
    }

    [Theory, WholeSuite]
    [InlineData("echo password=token", 0, "web: + base commit")]
    [InlineData("echo password=other", 3, "the server asks for a login, and took none that we have")]
    [InlineData("exit 1", 3, "the server asks for a login, and took none that we have")]
    public async Task A_repository_behind_a_login_is_fetched_with_that_of_the_credential_helper_of_git(
        string answer, int code, string line)
    {
        Repository.With("base/a.txt", "1").Commit("v1");
        await using var server = await GitHttpServer.StartAsync(Parent, token: "token");
        Depend($$"""{ "base": { "git": "{{server.Url}}/{{Name}}/.git", "tag": "v1" } }""");
        Cookbooks.With(".gitconfig", $"[credential]\n\thelper = \"!f() {{ echo username=ann; {answer}; }}; f\"\n");
        using var tool = new Tool { Variables = { ["HOME"] = Cookbooks.Root, ["XDG_CONFIG_HOME"] = "/none" } };

        (await InstallAsync(tool)).Exits(code).Prints(line);
    }

    [Fact]
    public async Task A_repository_over_ssh_is_fetched_with_the_key_of_the_user_and_a_refusal_names_its_reason()
    {
        sshd.SkipIfMissing();
        Repository.With("base/a.txt", "1").Commit("v1");
        await sshd.CreateKeyAsync("other");
        var url = $"ssh://{Environment.UserName}@127.0.0.1:{sshd.Port}{Repository.Folder}";
        Depend($$"""{ "base": { "git": "{{url}}", "tag": "v1" } }""");
        using var tool = new Tool { Variables = { ["GIT_SSH_COMMAND"] = Ssh("other") } };

        (await InstallAsync(tool)).Exits(3).Prints("Permission denied (publickey", "Check the token or key");
        tool.Variables["GIT_SSH_COMMAND"] = Ssh(".ssh/id_ed25519");
        (await InstallAsync(tool)).Exits(0).Prints($"web: + base commit {Repository.Head}");

        Depend($$"""{ "base": { "git": "{{url}}-none" } }""");
        (await InstallAsync(tool)).Exits(3).Prints("does not appear to be a git repository");
    }

    [Fact]
    public async Task A_path_with_signs_of_the_shell_runs_no_command_on_the_host()
    {
        sshd.SkipIfMissing();
        Repository.With("base/a.txt", "1").Commit("v1");
        var mark = sshd.PathOf("mark");
        Depend($$"""{ "base": { "git": "ssh://{{Environment.UserName}}@127.0.0.1:{{sshd.Port}}/none';touch$IFS{{mark}};'" } }""");
        using var tool = new Tool { Variables = { ["GIT_SSH_COMMAND"] = Ssh(".ssh/id_ed25519") } };

        (await InstallAsync(tool)).Exits(3).Prints("does not appear to be a git repository");

        Assert.False(File.Exists(mark));
    }

    [Theory, WholeSuite]
    [InlineData("user@gitbox:")]
    [InlineData("ssh://gitbox")]
    public async Task The_port_and_user_of_a_URL_that_names_none_are_those_of_the_config_of_ssh(string host)
    {
        sshd.SkipIfMissing();
        Repository.With("base/a.txt", "1").Commit("v1");
        await File.WriteAllTextAsync(
            sshd.PathOf("gitbox"), $"Host gitbox\n  HostName 127.0.0.1\n  Port {sshd.Port}\n  User {Environment.UserName}\n", Ct);
        var url = host.Replace("user", Environment.UserName, StringComparison.Ordinal) + Repository.Folder;
        Depend($$"""{ "base": { "git": "{{url}}", "tag": "v1" } }""");
        var command = Ssh(".ssh/id_ed25519").Replace("-F none", $"-F {sshd.PathOf("gitbox")}", StringComparison.Ordinal);
        using var tool = new Tool { Variables = { ["GIT_SSH_COMMAND"] = command } };

        (await InstallAsync(tool)).Exits(0).Prints($"web: + base commit {Repository.Head}");
    }

    [Fact]
    public async Task A_tag_is_published_over_ssh()
    {
        sshd.SkipIfMissing();
        Repository.With("base/cookbook.json", """{ "version": "1.2.0" }""").Commit();
        using var shared = new GitRepository();
        var url = $"ssh://{Environment.UserName}@127.0.0.1:{sshd.Port}{shared.Folder}";
        using var tool = new Tool { Variables = { ["GIT_SSH_COMMAND"] = Ssh(".ssh/id_ed25519") } };

        var cookbook = Path.Combine(Repository.Folder, "base");
        (await tool.RunAsync("cookbook", "publish", "--path", cookbook, "--git", url)).Exits(0).Prints("base-v1.2.0 published to");

        Assert.Equal(Repository.Head, shared.Git("rev-parse", "base-v1.2.0"));
    }

    [Theory, WholeSuite]
    [InlineData("exit 0", 4, "cannot be fetched: ")]
    [InlineData("exit 255", 4, "ssh has ended with exit code 255")]
    [InlineData("echo 'kex_exchange_identification: Connection closed by remote host' >&2; exit 255", 4, "Connection closed by remote host")]
    public async Task An_ssh_that_ends_without_an_answer_is_a_host_that_cannot_be_reached(
        string script, int code, string expected)
    {
        Depend("""{ "base": { "git": "ann@box:/x" } }""");
        using var tool = new Tool();
        tool.With("ssh", script).Variables["GIT_SSH_COMMAND"] = $"sh {tool.PathOf("ssh")}";

        (await InstallAsync(tool)).Exits(code).Prints(expected);
    }

    private string Ssh(string key) =>
        $"ssh -F none -i {sshd.PathOf(key)} -o IdentitiesOnly=yes -o UserKnownHostsFile={sshd.PathOf("known_hosts")}";

    private Task<CommandOutcome> InstallAsync(Tool tool) =>
        tool.RunAsync("cookbook", "install", "--path", Cookbooks["web"]);
}
