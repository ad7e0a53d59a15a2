using System.Text;
using CSharpChef.Stacks.Operations;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>A request that does not fit its shape is refused with the member and the reason.</summary>
public sealed class ShapeCheckTests
{
    [Theory]
    [InlineData("CreateLayer", """{"StackId":1}""", "SerializationException", "StackId must be text, but is the number 1.")]
    [InlineData("CreateLayer", """{"StackId":"s","Type":"custom","Name":"n"}""", "ValidationException", "Shortname is required.")]
    [InlineData("CreateLayer", """{"StackId":"s","Type":"blue","Name":"n","Shortname":"s"}""", "ValidationException", "Type is 'blue'; it must be one of aws-flow-ruby")]
    [InlineData("CreateLayer", """{"stackId":"s"}""", "ValidationException", "stackId is not known here; it is written StackId.")]
    [InlineData("CreateLayer", """{"Colour":"s"}""", "ValidationException", "Colour is not known here; the known members are Name, Shortname")]
    [InlineData("DescribeLayers", """{"LayerIds":["a",null]}""", "SerializationException", "LayerIds[1] must be text, but is null.")]
    [InlineData("DescribeLayers", """{"LayerIds":"a"}""", "SerializationException", "LayerIds must be a list, but is text.")]
    [InlineData("DescribeLayers", """{"LayerIds":{}}""", "SerializationException", "LayerIds must be a list, but is an object.")]
    [InlineData("UpdateLayer", """{"LayerId":"a","CustomRecipes":{"Setup":[1]}}""", "SerializationException", "CustomRecipes.Setup[0] must be text, but is the number 1.")]
    [InlineData("UpdateLayer", """{"LayerId":"a","EnableAutoHealing":"true"}""", "SerializationException", "EnableAutoHealing must be true or false, but is text.")]
    [InlineData("UpdateLayer", """{"LayerId":"a","VolumeConfigurations":[{"MountPoint":"/a","Size":1}]}""", "ValidationException", "VolumeConfigurations[0].NumberOfDisks is required.")]
    [InlineData("UpdateLayer", """{"LayerId":"a","VolumeConfigurations":[{"MountPoint":"/a","Size":1.5,"NumberOfDisks":1}]}""", "SerializationException", "Size must be a whole number, but is the number 1.5.")]
    [InlineData("UpdateLayer", """{"LayerId":"a","Attributes":{"Colour":"red"}}""", "ValidationException", "Attributes has the key 'Colour'; allowed keys are EcsClusterArn")]
    [InlineData("UpdateLayer", """{"LayerId":"a","LayerId":"b"}""", "SerializationException", "The body is not valid JSON")]
    [InlineData("UpdateLayer", """{"LayerId":"a\u0000b"}""", "ValidationException", "LayerId contains the character U+0000")]
    [InlineData("UpdateMyUserProfile", """{"SshPublicKey":"ssh-rsa \u0000"}""", "ValidationException", "that cannot be seen are not allowed.")]
    [InlineData("UpdateMyUserProfile", """{"SshPublicKey":"ssh-rsa \n\u0000"}""", "ValidationException", "that cannot be seen are not allowed, except tabs and line ends.")]
    [InlineData("DescribeStacks", "[]", "SerializationException", "The request must be an object, but is a list.")]
    [InlineData("DescribeStacks", "{", "SerializationException", "The body is not valid JSON")]
    [InlineData("DescribeStacks", "not json", "SerializationException", "The body is not valid JSON")]
    public async Task A_refusal_names_the_member_that_is_wrong(
        string operation, string body, string code, string message)
    {
        await using var server = await TestPlane.StartAsync();

        var refusal = await server.RequireRefusalAsync(operation, body);

        Assert.Equal(code, refusal.Code);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7.0")]
    [InlineData("7e0")]
    [InlineData("70e-1")]
    public async Task A_whole_number_may_be_written_with_a_fraction_of_zero_or_an_exponent(string number)
    {
        await using var server = await TestPlane.StartAsync();

        await server.CallAsync("SetRetention", $$"""{"CommandDays":{{number}}}""");

        Assert.Equal(7, (await server.CallAsync("DescribeRetention"))["Retention"]!["CommandDays"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("7.5")]
    [InlineData("3e9")]
    [InlineData("1e400")]
    public async Task A_number_that_is_not_whole_or_too_large_is_refused(string number)
    {
        await using var server = await TestPlane.StartAsync();

        var refusal = await server.RequireRefusalAsync("SetRetention", $$"""{"CommandDays":{{number}}}""");

        Assert.Equal($"CommandDays must be a whole number, but is the number {number}.", refusal.Message);
    }

    [Fact]
    public async Task Deep_JSON_and_bytes_that_are_not_text_are_refused()
    {
        await using var server = await TestPlane.StartAsync();
        var deepJson = Encoding.UTF8.GetBytes($$"""{"StackIds":{{new string('[', 5000)}}{{new string(']', 5000)}}}""");

        foreach (var body in new[]
        {
            deepJson,
            [0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d],
            """{"StackIds":["\ud800"]}"""u8.ToArray(),
            """{"\ud800":"x"}"""u8.ToArray(),
            """{"StackIds":{"\ud800":"x","a":"y"}}"""u8.ToArray(),
        })
        {
            var refusal = await Assert.ThrowsAsync<OperationException>(() => server.Plane.CallAsync(
                "OpsWorks_20130218.DescribeStacks", body, server.Admin, TestContext.Current.CancellationToken));
            Assert.Equal("SerializationException", refusal.Code);
        }
    }

    [Fact]
    public async Task An_unknown_operation_is_refused()
    {
        await using var server = await TestPlane.StartAsync();

        Assert.Equal("UnknownOperationException", (await server.RequireRefusalAsync("OpsWorks_20130218.DescribeDogs")).Code);
    }

    [Theory]
    [InlineData("'; drop table document; --")]
    [InlineData("../../etc/passwd")]
    [InlineData("%27 or 1=1")]
    public async Task SQL_and_paths_in_ids_and_names_are_only_text(string text)
    {
        await using var server = await TestPlane.StartAsync();
        var stack = await server.CreateStackAsync(text);

        Assert.Equal(
            "ResourceNotFoundException",
            (await server.RequireRefusalAsync("DescribeStackSummary", new { StackId = text })).Code);
        Assert.Equal(text, (await server.CallAsync(
            "DescribeStackSummary", new { StackId = stack }))["StackSummary"]!["Name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_null_member_counts_as_absent_and_an_empty_body_as_an_empty_object()
    {
        await using var server = await TestPlane.StartAsync();

        await server.CallAsync("DescribeStacks", """{"StackIds":null}""");
        await server.CallAsync("DescribeStacks", "");
    }
}
