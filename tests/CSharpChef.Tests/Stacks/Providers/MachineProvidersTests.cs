using CSharpChef.Stacks.Providers;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Stacks.Providers;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class MachineProvidersTests
{
    private static readonly MemoryProvider One = new(new FakeClock()) { Name = "one" };
    private static readonly MemoryProvider Other = new(new FakeClock()) { Name = "other" };

    [Fact]
    public void A_stack_that_names_no_provider_gets_the_default_one()
    {
        var providers = new MachineProviders([One, Other], "other");

        Assert.Same(Other, providers.Require(null));
        Assert.Same(One, providers.Require("one"));
    }

    [Fact]
    public void The_error_without_a_provider_says_how_to_set_one()
    {
        var error = Assert.Throws<ProviderException>(() => MachineProviders.None.Require(null));

        Assert.Equal(
            "No provider of machines is set: start the server with --local or --provider NAME, or name one for the stack: "
                + "csharpchef stack provider STACK NAME.",
            error.Message);
    }

    [Fact]
    public void The_error_for_an_unknown_provider_lists_the_known_ones()
    {
        var error = Assert.Throws<ProviderException>(() => new MachineProviders([Other, One]).Require("ec2"));

        Assert.Equal("This server has no provider of machines called 'ec2'. It has: one, other.", error.Message);
    }

    [Fact]
    public void A_default_that_is_not_a_provider_is_refused() =>
        Assert.Throws<ProviderException>(() => new MachineProviders([One], "local"));
}
