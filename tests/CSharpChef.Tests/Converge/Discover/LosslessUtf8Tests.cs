using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Tests.Converge.Discover;

public sealed class LosslessUtf8Tests
{
    [Theory]
    [InlineData(new byte[] { 0x61, 0xC3, 0xA4, 0xF0, 0x9F, 0x92, 0x80 })]
    [InlineData(new byte[] { 0xE4, 0x80, 0xFF, 0xC3 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x92, 0x80, 0x80 })]
    [InlineData(new byte[] { })]
    public void Any_bytes_survive_the_conversion_to_text_and_back(byte[] bytes) =>
        Assert.Equal(bytes, LosslessUtf8.Encode(LosslessUtf8.Decode(bytes)));

    [Fact]
    public void Valid_UTF8_is_converted_to_the_same_text() =>
        Assert.Equal("Zürich 💀", LosslessUtf8.Decode(Encoding.UTF8.GetBytes("Zürich 💀")));
}
