using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local.Images;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Tests.Stacks.Providers;

public sealed class SuitesTests
{
    [Fact]
    public void Every_Debian_of_the_API_has_a_suite()
    {
        var debians = SupportedOs.All.Where(os => os.Reported == "debian").ToList();

        Assert.NotEmpty(debians);
        Assert.All(debians, os => Assert.Equal(Suites.Require(os.Name), Suites.Require(os.Id)));
        Assert.Equal(debians.Count, debians.Select(os => Suites.Require(os.Name)).Distinct().Count());
    }

    [Fact]
    public void The_default_of_stacks_and_of_orders_is_the_suite_that_is_built_by_default()
    {
        Assert.Equal(Suites.Default, Suites.Require(SupportedOs.Default));
        Assert.Equal(Suites.Default, Suites.Require(null));
    }

    [Theory]
    [InlineData("Ubuntu 22.04 LTS")]
    [InlineData("Custom")]
    [InlineData("debian 12")]
    public void The_error_for_another_operating_system_names_it_and_those_that_can_be_had(string os) => Assert.Equal(
        $"Machines of this host cannot run '{os}'. Set Os to one of: Debian 13, Debian 12, Debian 11.",
        Assert.Throws<ProviderException>(() => Suites.Require(os)).Message);
}
