using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Secrets;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Converge.Secrets;

public sealed class MaskedErrorTests
{
    private const string Canary = "canary-of-an-error";
    private readonly SecretTexts secrets = new();

    public MaskedErrorTests() => secrets.Add(Canary);

    public static TheoryData<ChefException> Errors() =>
    [
        new ConvergeException($"it wrote {Canary}"),
        new ConnectionException(ConnectionFailure.NoAnswer, $"it wrote {Canary}"),
        new UsageException($"it wrote {Canary}"),
        new RecipeException($"it wrote {Canary}"),
    ];

    [Theory]
    [MemberData(nameof(Errors), DisableDiscoveryEnumeration = true)]
    public void A_masked_error_has_the_exit_code_of_the_error(ChefException error)
    {
        var masked = MaskedError.Of(error, secrets);

        Assert.Equal(("it wrote ***", error.ExitCode), (masked.Message, masked.ExitCode));
        Assert.DoesNotContain(Canary, masked.ToString());
    }

    [Fact]
    public void The_exit_code_of_a_command_and_the_kind_of_a_failed_connection_are_kept()
    {
        var failed = MaskedError.Of(new ConvergeException(Canary) { CommandExitCode = 7 }, secrets);
        var lost = MaskedError.Of(new ConnectionException(ConnectionFailure.Lost, Canary), secrets);

        Assert.Equal(7, Assert.IsType<ConvergeException>(failed).CommandExitCode);
        Assert.Equal(ConnectionFailure.Lost, Assert.IsType<ConnectionException>(lost).Failure);
    }

    [Fact]
    public void An_error_without_a_secret_stays_the_same()
    {
        var error = new ConvergeException("it failed");

        Assert.Same(error, MaskedError.Of(error, secrets));
    }
}
