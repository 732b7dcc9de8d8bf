use super::Node;
use super::grammar::{JsonType, keyword};

impl<'d> Node<'d> {
    pub(crate) fn json_type(&self) -> Option<JsonType> {
        JsonType::parse(self.str(keyword::TYPE)?)
    }

    pub(crate) fn title(&self) -> Option<&'d str> {
        self.str(keyword::TITLE)
    }

    pub(crate) fn format(&self) -> Option<&'d str> {
        self.str(keyword::FORMAT)
    }

    pub(crate) fn nullable(&self) -> bool {
        self.flag(keyword::NULLABLE)
    }

    pub(crate) fn enum_values(&self) -> Vec<Node<'d>> {
        self.list(keyword::ENUM)
    }

    pub(crate) fn default_value(&self) -> Option<Node<'d>> {
        self.get(keyword::DEFAULT)
    }

    pub(crate) fn properties(&self) -> Vec<(&'d str, Node<'d>)> {
        self.members(keyword::PROPERTIES)
    }

    pub(crate) fn additional_properties(&self) -> Option<Node<'d>> {
        self.get(keyword::ADDITIONAL_PROPERTIES)
    }

    pub(crate) fn item_schema(&self) -> Option<Node<'d>> {
        self.get(keyword::ITEMS)
    }

    pub(crate) fn prefix_items(&self) -> Vec<Node<'d>> {
        self.list(keyword::PREFIX_ITEMS)
    }

    pub(crate) fn all_of(&self) -> Vec<Node<'d>> {
        self.list(keyword::ALL_OF)
    }

    pub(crate) fn discriminator(&self) -> Option<Node<'d>> {
        self.get(keyword::DISCRIMINATOR)
    }

    pub(crate) fn pattern(&self) -> Option<&'d str> {
        self.str(keyword::PATTERN)
    }

    pub(crate) fn min_length(&self) -> Option<u64> {
        self.u64(keyword::MIN_LENGTH)
    }

    pub(crate) fn max_length(&self) -> Option<u64> {
        self.u64(keyword::MAX_LENGTH)
    }

    pub(crate) fn multiple_of(&self) -> Option<Node<'d>> {
        self.get(keyword::MULTIPLE_OF)
    }

    pub(crate) fn unique_items(&self) -> bool {
        self.flag(keyword::UNIQUE_ITEMS)
    }
}
