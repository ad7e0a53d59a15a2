using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Instances;

/// <summary>Addresses of machines are stored only when every program reads them in the same way.</summary>
public sealed class MachineAddressTests : ServerTests
{
    private static readonly ServerFacts Facts = new() { Account = "1", Url = "http://127.0.0.1" };

    [Theory]
    [InlineData("10.0.0.010")]
    [InlineData("010.0.0.1")]
    [InlineData("5")]
    [InlineData("1.2.3")]
    [InlineData("0x7f.1")]
    [InlineData("2001:DB8::1")]
    [InlineData("2001:db8:0:0:0:0:0:1")]
    [InlineData("[2001:db8::1]")]
    [InlineData("fe80::1%3")]
    [InlineData("fe80::1%eth0")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("192.0.2.1 ")]
    [InlineData("web1.example.com")]
    public void An_address_in_another_form_than_the_usual_one_is_refused(string text) => Assert.Contains(
        "it must be an IP address",
        Assert.Throws<OperationException>(() => MachineAddress.Check("PrivateIp", text, Facts)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.1")]
    [InlineData("::1")]
    public void A_loopback_address_is_refused_unless_the_server_allows_it(string text)
    {
        Assert.Throws<OperationException>(() => MachineAddress.Check("PrivateIp", text, Facts));
        Assert.Equal(text, MachineAddress.Check("PrivateIp", text, Facts with { AllowLoopbackMachines = true }));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.0.0.5")]
    [InlineData("::")]
    public void An_unspecified_address_is_refused_always(string text) => Assert.Throws<OperationException>(
        () => MachineAddress.Check("PrivateIp", text, Facts with { AllowLoopbackMachines = true }));

    [Theory]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("ff02::1")]
    public void A_multicast_reserved_or_broadcast_address_is_refused(string text) => Assert.Contains(
        "must not be a multicast",
        Assert.Throws<OperationException>(() => MachineAddress.Check("PrivateIp", text, Facts)).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task Registered_instances_and_Elastic_IPs_have_checked_addresses()
    {
        var stack = await Server.CreateStackAsync();

        await RequireRefusalAsync(
            "PrivateIp is '010.0.0.1'", "RegisterInstance", new { StackId = stack, PrivateIp = "010.0.0.1" });
        await RequireRefusalAsync(
            "PublicIp is '127.0.0.1'", "RegisterInstance", new { StackId = stack, PublicIp = "127.0.0.1" });
        await RequireRefusalAsync("ElasticIp is '1.2.3'", "RegisterElasticIp", new { StackId = stack, ElasticIp = "1.2.3" });
    }

    [Fact]
    public async Task A_server_for_tests_registers_machines_with_loopback_addresses()
    {
        await using var server =
            await TestPlane.StartAsync(facts: facts => facts with { AllowLoopbackMachines = true });

        var id = (await server.CallAsync(
            "RegisterInstance", new { StackId = await server.CreateStackAsync(), PrivateIp = "127.0.0.2" }))["InstanceId"]!;

        Assert.Equal("127.0.0.2", (await server.InstanceStateAsync(id.GetValue<string>()))["PrivateIp"]!.GetValue<string>());
    }
}
