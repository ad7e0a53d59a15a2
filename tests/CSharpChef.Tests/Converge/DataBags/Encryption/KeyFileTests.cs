using System.Runtime.Versioning;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Converge.DataBags.Encryption;

[SupportedOSPlatform("linux")]
public sealed class KeyFileTests : IDisposable
{
    private readonly string folder = TemporaryFolder.Create("keys-");

    private string Place => Path.Combine(folder, "below", "keys");

    private KeyFile File => new(Place);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Keys_are_added_at_the_end_and_the_last_one_encrypts()
    {
        var (first, second) = (DataBagKey.New(), DataBagKey.New());

        File.Add(first);
        File.Add(second);

        Assert.Equal([first.Id, second.Id], File.Read().Select(key => key.Id));
        Assert.Equal(second.Bytes, new KeyRing(File).Newest.Bytes);
        Assert.Equal(first.Bytes, new KeyRing(File).Get(first.Id, "item").Bytes);
    }

    [Fact]
    public async Task Keys_that_are_added_at_the_same_time_are_all_kept()
    {
        var keys = Enumerable.Range(0, 8).Select(_ => DataBagKey.New()).ToList();

        await Task.WhenAll(keys.Select(key => Task.Run(() => File.Add(key))));

        Assert.Equal(
            keys.Select(key => key.Id).Order(StringComparer.Ordinal),
            File.Read().Select(key => key.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_file_that_another_command_changes_all_the_time_is_an_error()
    {
        using var held = File.Lock(CancellationToken.None);

        var error = Assert.Throws<UsageException>(
            () => LockedKeyFile.Take(File, TimeSpan.Zero, CancellationToken.None)).Message;

        Assert.StartsWith($"another csharpchef command changes the key file {Place}", error);
    }

    [Fact]
    public async Task The_wait_for_a_key_file_can_be_cancelled()
    {
        using var held = File.Lock(CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var wait = Task.Run(() => File.Lock(cancel.Token), CancellationToken.None);

        await cancel.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public void A_key_file_without_keys_is_not_said_to_be_missing()
    {
        File.Add(DataBagKey.New());
        System.IO.File.WriteAllText(Place, "# none\n");

        Assert.Equal(
            $"item is encrypted with the key abc, which is not in {Place}: add its line, which others have",
            Assert.Throws<RecipeException>(() => new KeyRing(File).Get("abc", "item")).Message);
        System.IO.File.Delete(Place);
        Assert.Contains(
            $"{Place} does not exist", Assert.Throws<RecipeException>(() => new KeyRing(File).Get("abc", "item")).Message);
    }

    [Fact]
    public void A_new_key_file_can_be_read_by_its_owner_only()
    {
        File.Add(DataBagKey.New());

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(Place));
    }

    [Theory]
    [InlineData("0640")]
    [InlineData("0604")]
    public void A_key_file_that_others_may_read_is_refused(string mode)
    {
        File.Add(DataBagKey.New());
        System.IO.File.SetUnixFileMode(Place, (UnixFileMode)Convert.ToInt32(mode, 8));

        var error = Assert.Throws<RecipeException>(() => File.Read()).Message;

        Assert.Equal($"others may read the key file {Place}: chmod 600 {Place}", error);
    }

    [Fact]
    public void A_damaged_line_is_refused_without_showing_it()
    {
        File.Add(DataBagKey.New());
        var text = System.IO.File.ReadAllText(Place);
        var at = text.LastIndexOf(' ') + 1;
        var damaged = $"{text[..at]}{(text[at] == 'A' ? 'B' : 'A')}{text[(at + 1)..].TrimEnd()}";
        System.IO.File.WriteAllText(Place, damaged);

        var error = Assert.Throws<RecipeException>(() => File.Read()).Message;

        Assert.StartsWith($"{Place}:3: this line is not a key", error);
        Assert.DoesNotContain(damaged.Split(' ')[^1], error);
    }

    [Fact]
    public void Without_a_key_the_error_says_how_to_make_one() => Assert.EndsWith(
        "make one with csharpchef databag key new",
        Assert.Throws<RecipeException>(() => new KeyRing(File).Newest).Message);

    [Fact]
    public void The_command_line_goes_before_the_variable_and_that_before_the_default()
    {
        var variables = new Dictionary<string, string>
        {
            ["CSHARPCHEF_DATA_BAG_KEY"] = "/run/keys",
            ["XDG_CONFIG_HOME"] = "/home/me/.config",
        };

        Assert.Equal("/given", KeyFile.Of("/given", variables.GetValueOrDefault).FullPath);
        Assert.Equal("/run/keys", KeyFile.Of(null, variables.GetValueOrDefault).FullPath);
        variables.Remove("CSHARPCHEF_DATA_BAG_KEY");
        Assert.Equal(
            "/home/me/.config/csharpchef/data-bag.keys", KeyFile.Of(null, variables.GetValueOrDefault).FullPath);
    }
}
