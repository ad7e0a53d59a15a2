using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Converge.Plan;

public sealed class SecretStepsTests
{
    private const string Secret = "hunter2";
    private readonly SecretTexts secrets = new();

    public SecretStepsTests() => secrets.Add(Secret);

    [Fact]
    public void A_secret_is_found_wherever_a_step_would_show_it()
    {
        Step[] steps =
        [
            new CommandStep("x", $"login {Secret}"), new CommandStep("x", "x") { Input = Secret },
            new CommandStep("x", "x") { Environment = new Dictionary<string, string> { ["P"] = Secret } },
            new FileStep("/a")
            {
                Content = FileContent.FromText($"a{Secret}b")
            }, new FileStep("/a") { Verify = $"check {Secret} {{path}}" },
            new LineStep("/a", Secret), new LineStep("/a", "x") { Match = Secret }, new LinkStep("/a", Secret),
            new UserStep("a") { PasswordHash = Secret }, new UserStep("a") { Comment = Secret }, new LogStep(
                Secret,
                LogLevel.Info), new PackageStep(Secret),
            new DirectoryStep($"/{Secret}"), new FileStep($"/{Secret}"), new TouchStep($"/{Secret}"), new LineStep(
                $"/{Secret}",
                "x"),
        ];

        Assert.All(steps, step =>
            Assert.True(SecretSteps.In([new TouchStep("/a"), step], new FileResource("/a"), secrets), $"{step}"));
    }

    [Fact]
    public void So_are_names_and_guards()
    {
        var guarded = new FileResource("/a");
        guarded.OnlyIf($"test {Secret}");

        Assert.True(SecretSteps.In([], guarded, secrets));
        Assert.True(SecretSteps.In([], new ExecuteResource($"login {Secret}"), secrets));
        Assert.False(SecretSteps.In([new TouchStep("/a")], new FileResource("/a"), secrets));
    }

    [Fact]
    public void A_longer_secret_is_masked_before_one_inside_it()
    {
        secrets.Add("hunter2-and-more");

        Assert.Equal("a *** b ***", secrets.Masked("a hunter2-and-more b hunter2"));
    }
}
