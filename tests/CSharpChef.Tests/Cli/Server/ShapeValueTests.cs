using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Client.Calls;
using CSharpChef.Converge.Errors;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>Values of the API as they are typed.</summary>
public sealed class ShapeValueTests : IDisposable
{
    private readonly DirectoryInfo folder = new(TemporaryFolder.Create("csharpchef-values-"));

    [Theory]
    [InlineData("CreateStack", "CustomJson", """{"a":1}""", "\"{\\\"a\\\":1}\"")]
    [InlineData("CreateStack", "CustomCookbooksSource", "type=git,url=https://x/a,b", """{"Type":"git","Url":"https://x/a,b"}""")]
    [InlineData("CreateStack", "CustomCookbooksSource", """{"Type":"git"}""", """{"Type":"git"}""")]
    [InlineData("CreateStack", "ChefConfiguration", "manage-berkshelf=true", """{"ManageBerkshelf":true}""")]
    [InlineData("CreateStack", "DefaultRootDeviceType", "ebs", "\"ebs\"")]
    [InlineData("CreateLayer", "Packages", "git,curl", """["git","curl"]""")]
    [InlineData("CreateLayer", "Packages", """["git"]""", """["git"]""")]
    [InlineData("CreateLayer", "Packages", "", "[]")]
    [InlineData("CreateLayer", "VolumeConfigurations", "MountPoint=/srv,Size=10,Encrypted=true", """[{"MountPoint":"/srv","Size":10,"Encrypted":true}]""")]
    [InlineData("CreateApp", "Environment", "Key=A,Value=b=c,d", """[{"Key":"A","Value":"b=c,d"}]""")]
    [InlineData("CreateDeployment", "Command", "deploy", """{"Name":"deploy"}""")]
    [InlineData("TagResource", "Tags", "team=a, b", """{"team":"a, b"}""")]
    [InlineData("TagResource", "Tags", """{"team":"a"}""", """{"team":"a"}""")]
    [InlineData("SetRetention", "ActivityDays", "30", "30")]
    [InlineData("SetUserRole", "Role", "admin", "\"admin\"")]
    public void A_typed_text_is_converted_to_the_type_of_the_member(
        string operation, string member, string text, string json)
    {
        var value = Value(operation, member, text);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), value), value.ToJsonString());
    }

    [Fact]
    public void A_repeated_option_adds_to_the_list_or_map()
    {
        Assert.Equal("""["git","curl"]""", Value("CreateLayer", "Packages", "git", "curl").ToJsonString());
        Assert.Equal("""{"a":"1","b":"2"}""", Value("TagResource", "Tags", "a=1", "b=2").ToJsonString());
        Assert.Equal(
            """{"Name":"deploy","Args":{"migrate":["true"]}}""",
            Value("CreateDeployment", "Command", "Name=deploy,Args=migrate=true").ToJsonString());
    }

    [Theory]
    [InlineData("CreateStack", "DefaultRootDeviceType", "disk", "--it must be one of ebs, instance-store, not disk")]
    [InlineData("SetRetention", "ActivityDays", "many", "--it must be a whole number, not many")]
    [InlineData("TagResource", "Tags", "team", "--it must be written key=value, not team")]
    [InlineData("CreateStack", "CustomCookbooksSource", "sort=git", "--it has no member sort: its members are Type, Url")]
    [InlineData("CreateStack", "CustomCookbooksSource", "{", "--it is not valid JSON")]
    [InlineData("CreateStack", "CustomCookbooksSource", "password=hush", "--it.password is a secret")]
    [InlineData("CreateStack", "CustomCookbooksSource", """{"Password":"hush"}""", "--it holds a secret")]
    [InlineData("UpdateRdsDbInstance", "DbPassword", "hush", "--it is a secret")]
    [InlineData("CreateApp", "Environment", "Key=A,Value=hush,Secure=true", "--it has a secure value")]
    [InlineData("CreateApp", "Environment", "key=A,value=hush,secure=true", "--it has a secure value")]
    [InlineData("CreateApp", "Environment", """[{"Key":"A","Value":"hush","Secure":true}]""", "--it holds a secret")]
    [InlineData("UpdateRdsDbInstance", "DbPassword", "@/no/such/file", "@/no/such/file cannot be read")]
    public void An_invalid_value_is_refused_with_the_name_of_the_option(
        string operation, string member, string text, string expected)
    {
        var error = Assert.Throws<UsageException>(() => Value(operation, member, text));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hush\n", "hush")]
    [InlineData("-----BEGIN KEY-----\na\n", "-----BEGIN KEY-----\na\n")]
    public void A_secret_read_from_a_file_of_one_line_loses_the_newline(string text, string value)
    {
        var file = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(file, text);

        Assert.Equal(value, Value("UpdateRdsDbInstance", "DbPassword", $"@{file}").GetValue<string>());
        Assert.Equal(
            value, Value("CreateStack", "CustomCookbooksSource", $"password=@{file}")["Password"]!.GetValue<string>());
    }

    [Fact]
    public void A_text_that_begins_with_two_at_signs_loses_one_of_them() =>
        Assert.Equal("@home", Value("CreateApp", "Description", "@@home").GetValue<string>());

    public void Dispose() => folder.Delete(recursive: true);

    private static JsonNode Value(string operation, string member, params string[] texts) =>
        new ShapeValue("--it").Of(ApiTargets.Find(operation).Input.Find(member)!.Shape, texts);
}
