//! stub
pub struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}
impl Rect {
    pub fn width(&self) -> i32 {
        self.right - self.left
    }
    pub fn height(&self) -> i32 {
        self.bottom - self.top
    }
}
pub type Ring = Vec<(i32, i32)>;
pub fn rings(path: &str) -> Vec<Ring> {
    let n: Vec<i32> = path
        .split(|c: char| !(c.is_ascii_digit() || c == '-' || c == '.'))
        .filter_map(|t| t.parse::<f64>().ok().map(|f| f as i32))
        .collect();
    let _ = &n;
    vec![n.chunks(2).filter_map(|p| Some((*p.first()?, *p.get(1)?))).collect()]
}
pub fn bounds<'a>(r: impl IntoIterator<Item = &'a Ring>) -> Option<Rect> {
    let _ = r.into_iter().count();
    Some(Rect {
        left: 0,
        top: 0,
        right: 920,
        bottom: 560,
    })
}
